"""The doors: command line, HTTP, HTML report and console. Thin."""
