# What the desktop program says where the interface can no longer speak: a window that never opened, or a defect.

shell-trouble-title = Entente
# $reason is the system's own text, in English.
shell-start-failed =
    Entente could not start.

    { $reason }

    Starting the computer anew often helps. Your workspaces have not been touched.
# $place names a place in the program, for whoever mends it.
shell-defect =
    Entente has come upon a defect of its own.

    What you had saved is safe. If the window no longer answers, close it and start Entente again.

    Please report this: { $place }
shell-no-display = There is no display to open a window on. The same workspaces can be used from a terminal: entente-cli --help
shell-no-answer = Entente is running already and does not answer. If its window does not move, end it, and start Entente again. What you had saved is safe.
