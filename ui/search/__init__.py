"""The bar to find and replace, and the question about places that name other documents."""
