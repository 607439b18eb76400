/** Circles and arrows inside a layer are refused: each is planted in a small tree of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import rules from '../../scripts/lint/arrows.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-arrows-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** The names of the rules that these files break; each file's text stands under its path. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const { output } = await cruise(
    ['src-main', 'src-shared', 'src-renderer'].filter((folder) =>
      Object.keys(files).some((path) => path.startsWith(folder)),
    ),
    {
      baseDir: root,
      ruleSet: { forbidden: rules.forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      includeOnly: rules.options.includeOnly,
      enhancedResolveOptions: rules.options.enhancedResolveOptions,
    },
  )
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))]
}

const page = 'src-renderer/console/pages'

describe('refused', () => {
  it.each([
    [
      'no-circle',
      {
        'src-shared/domain/a.ts': `import { b } from './b.ts'\nexport const a = () => b`,
        'src-shared/domain/b.ts': `import { a } from './a.ts'\nexport const b = () => a`,
      },
    ],
    [
      'no-circle',
      {
        'src-shared/domain/a.ts': `import type { B } from './b.ts'\nexport type A = B`,
        'src-shared/domain/b.ts': `import type { A } from './a.ts'\nexport type B = A`,
      },
    ],
    [
      'engine-knows-no-feature',
      {
        'src-main/core/engine/memory.ts': `export * from '../features/plan/record.ts'`,
        'src-main/core/features/plan/record.ts': 'export const a = 1',
      },
    ],
    [
      'features-share-by-queries',
      {
        'src-main/core/features/site/queries.ts': `export * from '../plan/commands.ts'`,
        'src-main/core/features/plan/commands.ts': 'export const a = 1',
      },
    ],
    [
      'no-page-imports-a-page',
      {
        [`${page}/now/NowPage.vue`]: `<script setup lang="ts">\nimport Rows from '../history/Rows.vue'\n</script>\n<template><Rows /></template>`,
        [`${page}/history/Rows.vue`]: '<template><p /></template>',
      },
    ],
    [
      'shell-and-components-import-no-page',
      {
        'src-renderer/console/app/frame/TopBar.ts': `export * from '../../pages/now/a.ts'`,
        [`${page}/now/a.ts`]: 'export const a = 1',
      },
    ],
    [
      'components-know-no-shell',
      {
        'src-renderer/console/components/a.ts': `export type { B } from '../app/b.ts'`,
        'src-renderer/console/app/b.ts': 'export type B = 1',
      },
    ],
    [
      'base-knows-no-component',
      {
        'src-renderer/console/base/a.ts': `export * from '../components/b.ts'`,
        'src-renderer/console/components/b.ts': 'export const b = 1',
      },
    ],
  ])('%s', async (rule, files) => {
    expect(await broken(files)).toEqual([rule])
  })
})

it('what a page may import is allowed', async () => {
  expect(
    await broken({
      [`${page}/now/a.ts`]: `export * from './b.ts'\nexport * from '../../components/c.ts'`,
      [`${page}/now/b.ts`]: 'export const b = 1',
      'src-renderer/console/components/c.ts': 'export const c = 1',
    }),
  ).toEqual([])
})
