import { run } from './run';
import { processTerminal } from './terminal';

// Sockets that are kept alive for a next request, of which there is none, would hold the program for seconds.
void run(process.argv.slice(2), processTerminal()).then((status) => process.exit(status));
