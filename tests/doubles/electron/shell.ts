/** What reaches outside the program. Beeps and pictures are recorded; to open anything, or to ask a person by a dialog, is a fault. */
import { existsSync } from 'node:fs'
import { state } from './state.ts'

const refusing = (module: string, allowed: object): object => new Proxy(allowed, {
  get(of, name) {
    if (name in of || typeof name === 'symbol') return Reflect.get(of, name) as unknown
    return () => { state.faults.push(`${module}.${name} was used`) }
  },
})

/** Counted here. */
export const beeps = { count: 0 }
export const shell = refusing('shell', { beep: () => { beeps.count += 1 } })
/** No recovery waits for a click, and nothing else here asks one either. */
export const dialog = refusing('dialog', {})

export const nativeImage = {
  createFromPath: (path: string) => ({ path, isEmpty: () => !existsSync(path) }),
}

const schemes: Electron.CustomScheme[] = []
export const protocol = {
  schemes,
  registerSchemesAsPrivileged(registered: Electron.CustomScheme[]): void {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (schemes.length > 0) throw new Error('protocol.registerSchemesAsPrivileged can only be called once')
    schemes.push(...registered)
  },
}
