"""An edition file as sections, printed grids and relations."""
