/** The layers hold: each import against them is planted under its layer's path, and refused. */
import { describe, expect, it } from 'vitest'
import { refusals } from './planted.ts'

describe('imports', () => {
  it.each([
    ['the rules import Node', 'src-shared/domain/planted.ts', `import 'node:fs'`],
    [
      'the rules import Node without its prefix',
      'src-shared/domain/planted.ts',
      `import { join } from 'path'\nexport { join }`,
    ],
    [
      'the rules import a package',
      'src-shared/domain/planted.ts',
      `import { z } from 'zod'\nexport { z }`,
    ],
    [
      'the rules import the contract by alias',
      'src-shared/domain/planted.ts',
      `export type { Name } from '#shared/contract/contract.ts'`,
    ],
    [
      'the rules import the contract by path',
      'src-shared/domain/deep/planted.ts',
      `export * from '../../contract/contract.ts'`,
    ],
    [
      'the contract imports vue',
      'src-shared/contract/planted.ts',
      `import { ref } from 'vue'\nexport { ref }`,
    ],
    [
      'the contract imports the core',
      'src-shared/contract/planted.ts',
      `import type { Clock } from '#main/core/ports.ts'\nexport type { Clock }`,
    ],
    [
      'the core imports electron',
      'src-main/core/planted.ts',
      `import { app } from 'electron'\nexport { app }`,
    ],
    [
      'the core imports Node',
      'src-main/core/planted.ts',
      `import { readFile } from 'node:fs/promises'\nexport { readFile }`,
    ],
    [
      'the core imports Node inside a function',
      'src-main/core/planted.ts',
      `export const late = () => import('node:fs')`,
    ],
    [
      'the core names a type of Node',
      'src-main/core/planted.ts',
      `export type Stats = import('node:fs').Stats`,
    ],
    [
      'the plain count imports a figure',
      'tests/kit/plain-count/planted.ts',
      `export * from '#shared/domain/statistics/limit.ts'`,
    ],
    [
      'the plain count imports a type of the rules',
      'tests/kit/plain-count/planted.ts',
      `export type { Incident } from '../../../src-shared/domain/incident/record/state.ts'`,
    ],
    [
      'the core imports an adapter',
      'src-main/core/planted.ts',
      `export * from '../adapters/planted.ts'`,
    ],
    [
      'an adapter imports a host',
      'src-main/adapters/planted.ts',
      `export * from '#main/hosts/node/command-line.ts'`,
    ],
    [
      'an adapter imports the core behind its ports',
      'src-main/adapters/planted.ts',
      `export * from '#main/core/station/station.ts'`,
    ],
    [
      'an adapter imports electron',
      'src-main/adapters/planted.ts',
      `import { app } from 'electron'\nexport { app }`,
    ],
    [
      'the Node host imports electron-store',
      'src-main/hosts/node/planted.ts',
      `import Store from 'electron-store'\nexport { Store }`,
    ],
    [
      'the Node host imports the Electron host',
      'src-main/hosts/node/planted.ts',
      `export * from '../electron/windows.ts'`,
    ],
    [
      'a host imports a page',
      'src-main/hosts/electron/planted.ts',
      `export * from '#renderer/ui/planted.ts'`,
    ],
    [
      'a page imports the station',
      'src-renderer/console/planted.ts',
      `export * from '#main/core/ports.ts'`,
    ],
    ['a page imports Node', 'src-renderer/stores/planted.ts', `import 'node:fs'`],
    [
      'a page imports electron',
      'src-renderer/transport/planted.ts',
      `import { ipcRenderer } from 'electron'\nexport { ipcRenderer }`,
    ],
    [
      'the console imports the wall',
      'src-renderer/console/planted.ts',
      `export * from '../wall/planted.ts'`,
    ],
    [
      'the wall imports the console',
      'src-renderer/wall/planted.ts',
      `export * from '#renderer/console/planted.ts'`,
    ],
    [
      'a component of the console imports the wall',
      'src-renderer/console/Planted.vue',
      `<script setup lang="ts">\nimport Tile from '../wall/Tile.vue'\n</script>\n<template><Tile /></template>`,
    ],
    [
      'a shared part of the faces imports one of them',
      'src-renderer/ui/planted.ts',
      `export * from '../console/planted.ts'`,
    ],
    [
      'an import by a computed name',
      'src-main/core/planted.ts',
      'export const load = (name: string) => import(name)',
    ],
    ['an import without its extension', 'src-main/core/planted.ts', `export * from './ports'`],
    ['a file outside every layer', 'src-main/planted.ts', `export * from './core/ports.ts'`],
  ])('refused: %s', async (_what, path, code) => {
    expect(await refusals(path, code, 'layers/imports')).toHaveLength(1)
  })

  it.each([
    [
      'the rules import each other',
      'src-shared/domain/incident/planted.ts',
      `export type { Text } from '../text.ts'`,
    ],
    [
      'the contract imports the rules and zod',
      'src-shared/contract/planted.ts',
      `export { z } from 'zod'\nexport type { Text } from '#shared/domain/text.ts'`,
    ],
    [
      'an adapter imports a port, Node and a library',
      'src-main/adapters/planted.ts',
      `import 'node:fs'\nexport { Hono } from 'hono'\nexport type { Clock } from '#main/core/ports.ts'`,
    ],
    [
      'the Electron host imports electron and the core',
      'src-main/hosts/electron/planted.ts',
      `export { app } from 'electron'\nexport * from '#main/core/station/station.ts'`,
    ],
    [
      'a face imports what both share',
      'src-renderer/wall/planted.ts',
      `export { ref } from 'vue'\nexport * from '../ui/planted.ts'`,
    ],
    [
      'a page imports a style',
      'src-renderer/console/planted.ts',
      `import './console.css'\nimport '@fontsource-variable/noto-sans-sc/wght.css'`,
    ],
  ])('allowed: %s', async (_what, path, code) => {
    expect(await refusals(path, code, 'layers/imports')).toEqual([])
  })
})
