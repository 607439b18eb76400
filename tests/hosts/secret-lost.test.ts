/** What the console is told where the secret that signed its sessions is gone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderSecrets } from '#main/hosts/node/folder-secrets.ts'
import { dataFiles } from '#main/hosts/node/install-paths.ts'
import { secretNotes } from '#main/hosts/node/preflight.ts'

function newFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-secret-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return { dir, files: dataFiles(dir) }
}

it('a new folder, and one that keeps its secret, are told nothing', () => {
  const { dir, files } = newFolder()
  expect(secretNotes(dir)).toEqual([])
  const { secret } = folderSecrets(dir)
  writeFileSync(files.sessions, '{}')
  expect(secretNotes(dir)).toEqual([])
  expect(folderSecrets(dir).secret).toBe(secret)
})

it.each([
  ['gone', (file: string) => rmSync(file)],
  ['cut short', (file: string) => writeFileSync(file, 'abc')],
])('a secret that is %s is told once, since it is made anew', (_how, ruin) => {
  const { dir, files } = newFolder()
  const { secret } = folderSecrets(dir)
  writeFileSync(files.sessions, '{}')
  ruin(files.secret)
  expect(secretNotes(dir)).toMatchObject([{ zh: expect.stringContaining('session-secret') }])
  expect(folderSecrets(dir).secret).not.toBe(secret)
  expect(secretNotes(dir)).toEqual([])
})
