/**
 * The libraries that write files are loaded by their own thread alone: neither start nor memory of
 * the station may grow by them.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** Every package that a file loads before it runs, over all files of ours. */
function loadedBy(entry: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>()
  const look = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, isType, from = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (type )?(?:[^'"]*? from )?'([^']+)'/gm,
    )) {
      if (isType) continue
      if (from.startsWith('#'))
        look(join(root, from.replace('#main', 'src-main').replace('#shared', 'src-shared')))
      else if (from.startsWith('.')) look(join(dirname(file), from))
      else packages.add(from)
    }
  }
  look(join(root, entry))
  return packages
}

test.each(['src-main/hosts/node/command-line.ts', 'src-main/hosts/electron/index.ts'])(
  '%s loads neither charts nor workbooks',
  (entry) => {
    const loaded = [...loadedBy(entry)]
    expect(loaded).toContain('hono')
    expect(loaded.filter((name) => /^(echarts|zrender|hucre)/.test(name))).toEqual([])
  },
)

test('the thread that writes CSV loads neither', () => {
  expect(
    [
      ...loadedBy('src-main/adapters/export/exporter.ts'),
      ...loadedBy('src-main/adapters/export/csv-file.ts'),
    ].filter((name) => !name.startsWith('node:')),
  ).toEqual([])
})
