"""What has become of every promise on a day: claims in, verdicts out."""
