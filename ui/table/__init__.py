"""The editable grid."""
