/** Tells a path that means the same folder wherever the program was started. */

/** On Linux and macOS, on a Windows drive, on a Windows share. */
const WHOLE_PATH = /^(\/|[A-Za-z]:[\\/]|\\\\)/

export const isWholePath = (path: string): boolean => WHOLE_PATH.test(path)
