/**
 * A disk of its own for a fault script: an ext4 in a file, whose power is cut at any instant. What
 * was not on it by then is gone, as with a real one, and everything fails until it is back.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { skip } from './checks.ts'
import { inNewFolder } from './station.ts'

const MIB = 1 << 20
const SIZE = 96 * MIB
/** EXT4_IOC_SHUTDOWN with NOLOGFLUSH: nothing more is written, not even the file system's log. */
const SHUTDOWN =
  'open(my $f, "<", $ARGV[0]) or die; my $flag = pack("L", 2); ioctl($f, 0x8004587d, $flag) or die $!'

export type OwnDisk = {
  dir: string
  /** From now on every read that is not in memory fails, and every write. */
  cut(): void
  /** Puts it back as it is; who still has files of it open keeps them, and they stay dead. */
  back(): void
}

const run = (file: string, ...args: readonly string[]): string =>
  execFileSync(file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    .toString()
    .trim()

/** Skips the script where the machine allows none. */
export async function onOwnDisk<T>(work: (disk: OwnDisk) => Promise<T>): Promise<T> {
  return inNewFolder(async (above) => {
    const [image, dir] = [join(above, 'image'), join(above, 'disk')]
    mkdirSync(dir)
    const file = openSync(image, 'w')
    ftruncateSync(file, SIZE)
    closeSync(file)
    let device = ''
    const mount = (): void => {
      // a new device each time: the dead file system may still be in use on the old one
      device = run('losetup', '--find', '--show', image)
      run('mount', '-t', 'ext4', device, dir)
    }
    const unmount = (): void => {
      run('umount', '-l', dir)
      run('losetup', '--detach', device)
    }
    try {
      run('mkfs.ext4', '-q', '-F', image)
      mount()
    } catch (error) {
      skip(`this machine allows no disk of our own (needs root): ${String(error).slice(0, 120)}`)
    }
    try {
      return await work({
        dir,
        cut: () => void run('perl', '-e', SHUTDOWN, dir),
        back() {
          unmount()
          mount()
        },
      })
    } finally {
      unmount()
    }
  })
}
