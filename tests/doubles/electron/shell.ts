/**
 * Stands in for what reaches outside the program. Beeps and pictures are recorded; to open
 * anything, or to ask a person by a dialog, is a fault.
 */
import { existsSync } from 'node:fs'
import { state } from './state.ts'

const refusing = (module: string, allowed: object): object =>
  new Proxy(allowed, {
    get(of, name) {
      if (name in of || typeof name === 'symbol') return Reflect.get(of, name) as unknown
      return () => {
        state.faults.push(`${module}.${name} was used`)
      }
    },
  })

/** Counted here. */
export const beeps = { count: 0 }
export const shell = refusing('shell', {
  beep: () => {
    beeps.count += 1
  },
})
/** For the test: where the person says that a file is to lie; null closes the dialog. */
export const saving = { answer: null as string | null, offered: [] as string[] }
/**
 * No recovery waits for a click. Only where a file is to lie is asked, and answered by the test.
 */
export const dialog = refusing('dialog', {
  showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) => {
    saving.offered.push(defaultPath)
    return Promise.resolve({ canceled: saving.answer === null, filePath: saving.answer ?? '' })
  },
})

export const nativeImage = {
  createFromPath: (path: string) => ({ path, isEmpty: () => !existsSync(path) }),
}

const schemes: Electron.CustomScheme[] = []
export const protocol = {
  schemes,
  registerSchemesAsPrivileged(registered: Electron.CustomScheme[]): void {
    if (state.ready)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (schemes.length > 0)
      throw new Error('protocol.registerSchemesAsPrivileged can only be called once')
    schemes.push(...registered)
  },
}
