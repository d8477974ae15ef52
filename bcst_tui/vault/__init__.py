"""The encrypted file of one worker: keys, tables, records, migrations, backup.

Importing the package brings nothing heavy. `folder.vault_exists(path)` looks without opening, and `values` holds the
plain values; both are light. `opening` has the doors (`create_vault`, `unlock_vault`; `new_vault` and `open_vault`
with a raw key) and brings the database libraries along, so import it while the passphrase is typed.

A `Vault` is used one call at a time, and closed:

    with vault.session() as records:                     # on the disk when it ends, or not at all
        sitting = records.sittings.get(sitting_id)
        records.sittings.append_move(sitting.id, move, now)
        records.log("resumed", person.reference, now)
    vault.close()                                        # log brought home, backup if changed, lock let go

`records` has `people`, `sittings`, `plans`, the worker's `profile()` and the access log. Sessions don't nest.
"""
