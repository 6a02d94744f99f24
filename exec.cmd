@rem The shells of npm elsewhere know "exec" as the way to be replaced by a program; this stands in for it on Windows.
@%*
