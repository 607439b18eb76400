/** The heap is kept small from the first module on: later a start has read the rest already. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const source = readFileSync(
  join(import.meta.dirname, '../../src-main/hosts/node/command-line.ts'),
  'utf8',
)

it('is imported before all else', () => {
  const [first] = source.match(/^import .*$/gm) ?? []
  expect(first).toContain('./small-heap.ts')
})

it('grows with the work after the ready line, and from the start where nothing is served', () => {
  expect(source).toMatch(/untilStopped\(stop[^{]*\{\n\s*growWithWork\(\)/)
  for (const ready of ['serving', 'following'])
    expect(source).toMatch(
      new RegExp(`${ready}\\.ready\\).*\\n\\s*return untilStopped\\(${ready}\\.stop\\)`),
    )
  expect(source).toMatch(/!== 'serve' && command\.name !== 'follow'\) growWithWork\(\)/)
})
