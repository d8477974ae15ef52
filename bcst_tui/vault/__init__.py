"""The encrypted file of one worker: keys, tables, records, migrations, backup.

`folder.vault_exists` looks without opening and is light to import; `store` has `create_vault`, `unlock_vault` and
`Vault`, and brings the database libraries with it. Importing the package itself imports neither.
"""
