import type { PresetName } from '../../presets'
import { astro } from './astro'
import { eleventy } from './eleventy'
import { hugo } from './hugo'
import { jekyll } from './jekyll'
import type { Preset } from './preset'

const presets: Readonly<Record<PresetName, Preset>> = { hugo, jekyll, eleventy, astro }

export function presetNamed(name: PresetName): Preset {
  return presets[name]
}
