-- Before the first release two programs in the making gave different tables the version 3: of what is made here, a file of
-- version 3 has all or nothing, and a column of "hole" besides. So this leads here from either.

-- What it was for is kept in the commits themselves.
DROP TABLE IF EXISTS elided;

-- Commits of the log of which some part is missing that others were meant to see.
CREATE TABLE hole_of_version_4 (
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,
  withheld INTEGER NOT NULL,          -- whether a missing part may come another way; otherwise all are erased
  PRIMARY KEY (device, seq),
  CHECK (withheld IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Where the old table has no column "withheld", the name means that of the outer query: what was missing may come.
INSERT INTO hole_of_version_4 (device, seq, withheld)
  SELECT old.device, old.seq, (SELECT withheld FROM hole WHERE device = old.device AND seq = old.seq)
  FROM hole AS old CROSS JOIN (SELECT 1 AS withheld);
DROP TABLE hole;
ALTER TABLE hole_of_version_4 RENAME TO hole;

-- Records that were erased. Whatever comes of them later is dropped.
CREATE TABLE IF NOT EXISTS erased (
  record BLOB PRIMARY KEY,            -- its id, 16 bytes: all that is kept of it
  listed INTEGER NOT NULL,            -- whether a commit names it; otherwise it belonged to one that a commit names
  CHECK (length(record) = 16 AND listed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The reports of imports, which stay. Their records follow from the rows of log they brought, which arrive in order.
CREATE TABLE IF NOT EXISTS import (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                -- by this laptop's clock: ms since 1970
  file TEXT NOT NULL,                 -- the name of the bundle's file
  sender INTEGER NOT NULL REFERENCES log_device (n),
  officer TEXT NOT NULL,              -- as the bundle names its sender
  laptop TEXT NOT NULL,
  made_at INTEGER NOT NULL,           -- by the sender's clock
  first INTEGER NOT NULL,             -- the first row of log that it brought
  last INTEGER NOT NULL,              -- the last; before the first if it brought none
  new INTEGER NOT NULL,               -- records
  changed INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,         -- fields
  documents INTEGER NOT NULL,
  early INTEGER NOT NULL,             -- commits kept aside
  left_out INTEGER NOT NULL,          -- whether something was
  undone_by INTEGER                   -- the row of log of the commit that took it back
) STRICT;

-- Where it stated that parts of commits were missing there which others were meant to see.
CREATE TABLE IF NOT EXISTS peer_lacks (
  peer INTEGER NOT NULL REFERENCES peer (device),
  device INTEGER NOT NULL REFERENCES log_device (n),
  first INTEGER NOT NULL,             -- the first of such commits
  last INTEGER NOT NULL,
  PRIMARY KEY (peer, device, first),
  CHECK (first > 0 AND last >= first)
) STRICT, WITHOUT ROWID;

-- The documents it referred to and lacked.
CREATE TABLE IF NOT EXISTS peer_wants (
  peer INTEGER NOT NULL REFERENCES peer (device),
  hash BLOB NOT NULL,                 -- BLAKE3, 32 bytes
  PRIMARY KEY (peer, hash),
  CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

-- The devices as which this workspace went on before it was restored or copied. Their commits up to seq are its own.
CREATE TABLE IF NOT EXISTS formerly (
  n INTEGER PRIMARY KEY,              -- the order in which it was so
  device INTEGER NOT NULL UNIQUE REFERENCES log_device (n),
  seq INTEGER NOT NULL,               -- the last commit that this workspace had of it then
  at INTEGER NOT NULL,                -- when, by this laptop's clock: ms since 1970
  why TEXT NOT NULL,                  -- how it was recognised
  seen INTEGER NOT NULL DEFAULT 0,    -- whether the officer has taken notice
  CHECK (why IN ('restored', 'copied', 'heard'))
) STRICT;
