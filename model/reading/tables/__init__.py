"""Lines and tables as cells of the form."""
