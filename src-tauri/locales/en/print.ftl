## What stands on printed pages beside the data itself.

# The foot of every page.
print-page = Page { $page } of { $pages }
