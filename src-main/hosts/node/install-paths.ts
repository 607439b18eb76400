/**
 * Finds the folders of the installation and the files of a data folder, the same whether the
 * sources run or what was built from them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Installation = { version: string; resources: string; plans: string; pages: string }

function rootAbove(dir: string): string {
  if (existsSync(join(dir, 'package.json'))) return dir
  const parent = dirname(dir)
  if (parent === dir) throw new Error('no package.json above the program')
  return rootAbove(parent)
}

export function findInstallation(): Installation {
  const root = rootAbove(import.meta.dirname)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const resources = join(root, 'resources')
  return {
    version,
    resources,
    plans: join(resources, 'plans'),
    pages: join(root, 'out', 'renderer'),
  }
}

/** The files of a data folder that this host makes; the adapters name the rest. */
export const dataFiles = (dir: string) => ({
  journal: join(dir, 'journal.db'),
  localToken: join(dir, 'local-token'),
  secret: join(dir, 'session-secret'),
  sessions: join(dir, 'sessions.json'), // the pages that are signed in
  wallAddress: join(dir, 'wall-address.json'), // keys and port of the addresses of walls
  tempFiles: join(dir, 'temp-files'), // exports that wait to be fetched
  sheets: join(dir, 'power-cut'), // the newest power-cut sheets
  head: join(dir, 'head.json'), // how far the record goes
  reserve: join(dir, 'reserve'), // room that is given up when the disk is full
  stationFile: join(dir, 'station.json'), // the address of the running station
})
