-- Where a device was copied or restored and went on more than once, each history from there on is a row of log_device
-- of its own, with an id that follows from its first commit and the key of its device.
CREATE TABLE branch (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  follows INTEGER NOT NULL REFERENCES log_device (n), -- the device, or branch of it, on whose last commit it follows
  first INTEGER NOT NULL,             -- the number of its first commit
  seen INTEGER NOT NULL DEFAULT 0,    -- whether the officer has taken notice
  CHECK (first > 0 AND seen IN (0, 1))
) STRICT;

-- The version vector a peer stated, with the hashes that tell branches apart. Takes the place of peer_knows.
CREATE TABLE peer_tip (
  peer INTEGER NOT NULL REFERENCES peer (device),
  device INTEGER NOT NULL REFERENCES log_device (n),
  hash BLOB NOT NULL,                 -- of the last commit it knew; empty where that was not stated
  seq INTEGER NOT NULL,               -- that commit's number
  PRIMARY KEY (peer, device, hash),
  CHECK (seq > 0 AND length(hash) IN (0, 32))
) STRICT, WITHOUT ROWID;

INSERT INTO peer_tip (peer, device, hash, seq) SELECT peer, device, x'', seq FROM peer_knows;

DROP TABLE peer_knows;
