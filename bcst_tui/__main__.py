from bcst_tui.cli import main

if __name__ == "__main__":
    main()
