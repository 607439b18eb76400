/** The least that could be called ready: SQLite opened in a folder, HTTP listening, a line told. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const [dir = '.'] = process.argv.slice(2)
new DatabaseSync(join(dir, 'bare.db')).exec('create table events (position integer primary key)')
const server = createServer((_, response) => response.end())
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify(server.address())}\n`))
