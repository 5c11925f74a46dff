import { createRequire } from 'node:module'
import { constants } from 'node:os'
import type sharpOf from 'sharp'

type Sharp = typeof sharpOf

let loaded: Promise<Sharp> | undefined

/** The package that works on pictures; loaded with the first one. */
export function loadSharp(): Promise<Sharp> {
  return (loaded ??= load())
}

async function load(): Promise<Sharp> {
  // On Linux, Electron is linked to the system's GLib, and libvips brings one of its own.
  const release = process.platform === 'linux' && process.versions['electron'] !== undefined ? keepGLibsApart() : () => undefined
  try {
    const { default: sharp } = await import('sharp')
    // One picture is worked on at a time, and the same one hardly ever twice.
    sharp.cache(false)
    return sharp
  } finally {
    release()
  }
}

/** Stay in memory although it is no module of Node: `RTLD_NODELETE` of dlfcn.h. */
const noDelete = 0x1000

/**
 * Lets sharp's binary find GLib in its own library rather than in the system's: with the wrong one, pictures are never given back (20 MB
 * each), and some systems end the process. The library itself is loaded the ordinary way first, so that all memory is still asked for and
 * given back at one place. Answers how to load everything else as ever.
 */
function keepGLibsApart(): () => void {
  const { dlopen } = process
  const library = libraryFile()
  if (library === undefined) return () => undefined
  try {
    dlopen.call(process, { exports: {} }, library, constants.dlopen.RTLD_NOW | noDelete)
  } catch {
    // It is loaded, and not what Node expects of a module.
  }
  process.dlopen = (module, file, flags = constants.dlopen.RTLD_LAZY) => dlopen.call(process, module, file, /sharp-linux/.test(file) ? flags | constants.dlopen.RTLD_DEEPBIND : flags)
  return () => {
    process.dlopen = dlopen
  }
}

/** Undefined where sharp was built against the system's own libvips, which knows one GLib only. */
function libraryFile(): string | undefined {
  try {
    const here = createRequire(import.meta.url)
    return createRequire(here.resolve('sharp')).resolve(`@img/sharp-libvips-linux-${process.arch}/binary`)
  } catch {
    return undefined
  }
}
