/** docs/interface.md says what is there: every request, every refusal code with the status that it really has. */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { statusOf } from '#main/adapters/http/refusals.ts'
import { contract } from '#shared/contract/contract.ts'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/interface.md'), 'utf8')
const between = (from: string, to: string): string => page.slice(page.indexOf(`\n## ${from}`), page.indexOf(`\n## ${to}`))

/** Codes as the rules and the core write them; those of the border are in the table of statuses itself. */
const codesInUse = [...globSync(['src-shared/domain/**/*.ts', 'src-main/core/**/*.ts'], { cwd: root })
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\brefuse\('([a-z-]+)'/g)].map(([, code]) => code ?? ''))]

describe('the page for programmers', () => {
  it('lists every request of the contract, and no other', () => {
    const rows = [...between('3 Requests', '4 The board').matchAll(/^\| `([a-z]+\/[a-z]+)` \|/gm)].map(([, name]) => name)
    expect(rows.sort()).toEqual(Object.keys(contract).sort())
  })

  it('lists every refusal that the rules and the station make, under the status that it gets', () => {
    const listed = new Map<string, string>()
    for (const [, statuses = '', codes = ''] of between('6 Refusals', '7 The command line').matchAll(/^\| ([\d, ]+) \| (.+) \|$/gm))
      for (const [, code = ''] of codes.matchAll(/`([a-z-]+)`/g)) listed.set(code, statuses)
    expect(codesInUse.length).toBeGreaterThan(20)
    for (const code of codesInUse) expect(listed.get(code), code).toContain(String(statusOf(code)))
    for (const [code, statuses] of listed) expect(statuses, code).toContain(String(statusOf(code)))
  })
})
