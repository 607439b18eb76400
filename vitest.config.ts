/**
 * The unit tests of each side and the faces' specs; `#…` imports resolve through package.json, as
 * they do in Node.
 */
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'
import { LONG, PICTURES } from './scripts/lib/long-specs.mjs'
import { asBuilt } from './scripts/lib/as-built.mjs'
import { NearestFirst } from './scripts/lib/nearest.mjs'

const at = (path: string): string => resolve(import.meta.dirname, path)
const under = (folder: string): string => `tests/${folder}/**/*.test.ts`

/**
 * Without these `npm test` keeps to its ten minutes; `npm run long` and
 * `npm run pictures` run them.
 */
const long = process.env['VIGIL_LONG'] ? [] : [...LONG, ...Object.values(PICTURES).flat()]

/**
 * A busy machine is no fault: what is waited for may take its time, and only a test that hangs is
 * ended. tests/kit/until.ts waits as long.
 */
const patient = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

/** For the programs that specs start, a hundred of them, each from the sources. */
const COMPILED_ONCE = { NODE_COMPILE_CACHE: at('node_modules/.cache/node') }

const SPARE = 'tests/adapters/spare.test.ts' // shows what a spare promises, beside HQ
const PARTS = [under('renderer/ui'), under('renderer/wall')]
// what starts a whole face stays in its page for good: a page of its own
const BOOT = 'tests/renderer/wall/boot.test.ts'
const AS_NOBODY = 'tests/electron/emergency-place.test.ts'
const plugins = asBuilt(import.meta.dirname)
const desktop = {
  plugins,
  // The package `electron` starts a download when it is imported without its binary: here it is
  // always the double.
  resolve: { alias: { electron: at('tests/doubles/electron/index.ts') } },
  test: {
    ...patient,
    environment: 'node' as const,
    // else its own import of electron goes past the alias
    server: { deps: { inline: ['electron-store'] } },
    pool: 'forks' as const, // the program sets its process's umask, which a thread may not
    fileParallelism: false,
  },
}

export default defineConfig({
  test: {
    ...(process.env['VIGIL_NEAR'] && { sequence: { sequencer: NearestFirst } }),
    projects: [
      {
        plugins,
        test: {
          ...patient,
          name: 'domain',
          environment: 'node',
          include: [under('domain')],
          isolate: false,
        },
      }, // pure rules: nothing to keep apart, and the plans are read once
      {
        plugins,
        test: {
          ...patient,
          name: 'main',
          environment: 'node',
          // what a file changes in its process it puts back, and starting one for each file takes
          // longer than most tests
          isolate: false,
          // all that the others do not take, so that no folder is ever left out
          include: ['tests/**/*.test.ts'],
          exclude: [...['domain', 'renderer', 'e2e', 'electron', 'hq'].map(under), SPARE, ...long],
          env: COMPILED_ONCE,
        },
      },
      {
        plugins,
        test: {
          ...patient,
          name: 'hq',
          environment: 'node',
          isolate: false, // as in main
          include: [under('hq'), SPARE],
          globalSetup: 'tests/hq/global-setup.ts',
          setupFiles: ['tests/hq/setup.ts'],
          env: COMPILED_ONCE,
        },
      },
      {
        plugins: [vue(), ...plugins],
        test: {
          ...patient,
          name: 'renderer',
          environment: 'happy-dom',
          isolate: false, // half of their time is loading; the setup leaves no file's traces
          include: [under('renderer')],
          exclude: PARTS,
          setupFiles: ['tests/renderer/setup.ts'],
        },
      },
      {
        plugins: [vue()],
        test: {
          ...patient,
          name: 'renderer-parts',
          environment: 'happy-dom',
          isolate: false, // as above
          include: PARTS,
          exclude: [BOOT],
          setupFiles: ['tests/renderer/setup.ts'],
        },
      },
      {
        plugins: [vue()],
        test: { ...patient, name: 'renderer-boot', environment: 'happy-dom', include: [BOOT] },
      },
      {
        plugins,
        test: {
          ...patient,
          name: 'e2e',
          environment: 'node',
          include: [under('e2e')],
          exclude: long,
          // each file closes its browser and its station; loading them anew took a quarter more
          isolate: false,
          // a browser and a station each: two cores are not enough for two of them
          fileParallelism: false,
        },
      },
      {
        ...desktop,
        test: {
          ...desktop.test,
          name: 'electron',
          include: [under('electron')],
          exclude: [AS_NOBODY, ...long],
          isolate: false, // each start of the program loads it anew anyway
        },
      },
      // gives up being root for good: in a process of its own
      { ...desktop, test: { ...desktop.test, name: 'electron-nobody', include: [AS_NOBODY] } },
    ],
  },
})
