/**
 * The only build configuration: what runs on Node or in Electron's main process, and the thread
 * that writes files, goes to out/main, the console's door to out/preload, the two faces to
 * out/renderer.
 */
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import vue from '@vitejs/plugin-vue'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      externalizeDeps: true, // package.json "dependencies" are loaded from node_modules at run time
      rolldownOptions: {
        input: {
          index: at('src-main/hosts/electron/index.ts'),
          station: at('src-main/hosts/node/station.ts'),
          exporter: at('src-main/adapters/export/worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
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
    plugins: [vue()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 2_000, // kB: they come from this machine, not over a network
      minify: true, // electron-vite's own default is false
      assetsInlineLimit: 0, // no data: addresses, so that the pages' policy can stay at 'self'
      rolldownOptions: {
        input: { console: at('src-renderer/index.html'), wall: at('src-renderer/wall.html') },
      },
    },
  },
})
