/** Writes the XDG autostart file, by which a Linux desktop starts the program with the session. */
import { posix } from 'node:path'

export type Launch = { program: string; args: readonly string[] }

/**
 * Quoted by the Desktop Entry Specification: each argument in quotes, with its four signs and the
 * percent sign escaped.
 */
const quoted = (argument: string): string =>
  `"${argument.replace(/[\\"`$]/g, '\\$&').replace(/%/g, '%%')}"`
/** In a value of the file, a backslash is written twice. */
const value = (line: string): string => line.replace(/\\/g, '\\\\')

export const desktopEntry = ({ program, args }: Launch): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Vigil 值守',
    'Comment=Emergency duty station',
    `Exec=${value([program, ...args].map(quoted).join(' '))}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

export const autostartFile = (
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string =>
  posix.join(env['XDG_CONFIG_HOME'] ?? posix.join(home, '.config'), 'autostart', 'vigil.desktop')
