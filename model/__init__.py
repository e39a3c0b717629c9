"""What a report is: the form, its values, the draft file, and the printed order. Knows neither Qt nor Word."""
