/** The only build configuration: what runs on Node goes to out/main, the two faces to out/renderer. */
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
        input: { station: at('src-main/hosts/node/station.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
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
      minify: true, // electron-vite's own default is false
      assetsInlineLimit: 0, // no data: addresses, so that the pages' policy can stay at 'self'
      rolldownOptions: { input: { console: at('src-renderer/index.html'), wall: at('src-renderer/wall.html') } },
    },
  },
})
