"""What was measured, for people to read and for machines."""

from dajeong.learning.report.page import report_html, report_json

__all__ = ["report_html", "report_json"]
