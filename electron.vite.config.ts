/**
 * The only build configuration: what runs on Node or in Electron's main process, and the threads
 * that write files and backups, goes to out/main, the console's door to out/preload, the faces
 * to out/renderer.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import vue from '@vitejs/plugin-vue'
import { compileLibrary } from './src-main/adapters/plans/compiled.ts'
import { compilePolicies } from './src-main/adapters/plans/policies.ts'
import { compileReportRules } from './src-main/adapters/plans/report-rules.ts'
import { compileSayings } from './src-main/adapters/plans/sayings.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

/**
 * The plan files as one compiled file, out/main/library.json, what is learned from the sayings,
 * out/main/sayings.json, and the clocks of the law, out/main/report-rules.json. Their places stand
 * in the module that the program asks for them; a chunk of the program lies one folder deeper.
 */
const compiledLibrary = (): Plugin => ({
  name: 'compiled-library',
  load(id) {
    if (!id.endsWith('/src-main/adapters/plans/compiled-file.ts')) return null
    this.emitFile({
      type: 'asset',
      fileName: 'library.json',
      source: compileLibrary(at('resources/plans')),
    })
    this.emitFile({
      type: 'asset',
      fileName: 'sayings.json',
      source: compileSayings(at('resources/matching/sayings.yaml')),
    })
    this.emitFile({
      type: 'asset',
      fileName: 'report-rules.json',
      source: compileReportRules(at('resources/standards/report-clocks.yaml')),
    })
    this.emitFile({
      type: 'asset',
      fileName: 'policies.json',
      source: compilePolicies(at('resources/standards/policies.yaml')),
    })
    return [
      "import { join } from 'node:path'",
      "const main = import.meta.dirname.replace(/[\\\\/]chunks$/, '')",
      "export const COMPILED_FILE = join(main, 'library.json')",
      "export const COMPILED_SAYINGS = join(main, 'sayings.json')",
      "export const COMPILED_RULES = join(main, 'report-rules.json')",
      "export const COMPILED_POLICIES = join(main, 'policies.json')",
    ].join('\n')
  },
})

/**
 * `conf` brings a compiler of JSON schemas along, which is most of what it loads; our settings are
 * checked by their own shape, so it is never called.
 */
const withoutSchemaCompiler = (): Plugin => ({
  name: 'without-schema-compiler',
  enforce: 'pre',
  resolveId: (id) => (/^ajv(-formats)?(\/|$)/.test(id) ? '\0schema-compiler' : null),
  load: (id) =>
    id === '\0schema-compiler'
      ? 'export const Ajv2020 = undefined\nexport default undefined'
      : null,
})

/**
 * V8 holds a source with a single Chinese character in it at two bytes a character. Escaped, which
 * only literals of ours need, it is held at one: nearly half of what the program's text takes.
 */
const oneByteSources = (): Plugin => ({
  name: 'one-byte-sources',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replaceAll(
            /[\u0100-\uffff]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
          )
    },
  },
})

/**
 * Beside each script and style a copy as gzip: the station holds that one, which is a quarter of
 * the bytes, and a wall at the end of a long cable waits for no more.
 */
const packedPages = (): Plugin => ({
  name: 'packed-pages',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name)))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(readFileSync(join(dir, name)), { level: 9 }))
  },
})

export default defineConfig({
  main: {
    plugins: [compiledLibrary(), withoutSchemaCompiler(), oneByteSources()],
    build: {
      outDir: 'out/main',
      sourcemap: true,
      // package.json "dependencies" are loaded from node_modules at run time, but for what every
      // start needs: of these only the parts that are used are built in, which is faster to read
      externalizeDeps: { exclude: ['zod', 'hono', '@hono/node-server', 'conf'] },
      rolldownOptions: {
        input: {
          index: at('src-main/hosts/electron/index.ts'),
          station: at('src-main/hosts/node/command-line.ts'),
          hq: at('src-main/hosts/hq/command-line.ts'),
          // a file of its own, which is read before the chunks are
          'small-heap': at('src-main/hosts/node/small-heap.ts'),
          exporter: at('src-main/adapters/export/exporter.ts'),
          'page-check-worker': at('src-main/adapters/journal/page-check-worker.ts'),
          'backup-worker': at('src-main/adapters/backup/backup-worker.ts'),
          'paper-worker': at('src-main/adapters/paper/paper-worker.ts'),
          'plan-file-worker': at('src-main/adapters/plans/plan-file-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // a quarter of what a start reads and holds; the maps lead to the files that have them
          comments: { legal: true, annotation: false, jsdoc: false },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // a sandboxed preload can load electron and nothing else: the rest goes into the one file
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src-main/preload/index.ts') },
        // nor can it be a module, which "type": "module" would make it
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    publicDir: at('resources/public'),
    plugins: [vue(), packedPages()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 2_000, // kB: they come from this machine, not over a network
      minify: true, // electron-vite's own default is false
      assetsInlineLimit: 0, // no data: addresses, so that the pages' policy can stay at 'self'
      rolldownOptions: {
        input: {
          console: at('src-renderer/index.html'),
          wall: at('src-renderer/wall.html'),
          hq: at('src-renderer/hq.html'),
          'hq-wall': at('src-renderer/hq-wall.html'),
        },
      },
    },
  },
})
