"""What a written site asks of browsers and of the servers that send it: its policy, its headers, how long a file may be kept."""
