/** The unit tests of each side and the faces' specs; `#…` imports resolve through package.json, as they do in Node. */
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'

const at = (path: string): string => resolve(import.meta.dirname, path)
const under = (folder: string): string => `tests/${folder}/**/*.test.ts`

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'domain', environment: 'node', include: [under('domain')], isolate: false } }, // pure rules: nothing to keep apart, and the plans are read once
      {
        test: {
          name: 'main',
          environment: 'node',
          include: ['tests/**/*.test.ts'], // all that the others do not take, so that no folder is ever left out
          exclude: [under('domain'), under('renderer'), under('e2e'), under('electron')],
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: [under('renderer')],
          setupFiles: ['tests/renderer/setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: [under('e2e')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false, // a browser and a station each: two cores are not enough for two of them
        },
      },
      {
        // The package `electron` starts a download when it is imported without its binary: here it is always the double.
        resolve: { alias: { electron: at('tests/doubles/electron/index.ts') } },
        test: {
          name: 'electron',
          environment: 'node',
          include: [under('electron')],
          server: { deps: { inline: ['electron-store'] } }, // else its own import of electron goes past the alias
          testTimeout: 30_000,
          hookTimeout: 30_000,
          pool: 'forks', // the program sets its process's umask, which a thread may not
          isolate: false, // each start of the program loads it anew anyway
          fileParallelism: false,
        },
      },
    ],
  },
})
