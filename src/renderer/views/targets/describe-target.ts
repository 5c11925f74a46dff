import type { PresetName } from '@shared/presets'
import type { Target, TargetSettings } from '@shared/publishing'

export const typeNames: Readonly<Record<TargetSettings['type'], string>> = { wordpress: 'WordPress', rest: 'REST endpoint', folder: 'Folder' }

export const presetNames: Readonly<Record<PresetName, string>> = { hugo: 'Hugo', jekyll: 'Jekyll', eleventy: 'Eleventy', astro: 'Astro' }

/** What kind of target it is and where, in one line. */
export function describeTarget(settings: TargetSettings): string {
  switch (settings.type) {
    case 'wordpress':
      return `WordPress · ${hostOf(settings.address)}${settings.publishAs === 'draft' ? ' · as drafts' : ''}`
    case 'rest':
      return `REST endpoint · ${hostOf(settings.address)}`
    case 'folder':
      return `${presetNames[settings.preset]} · ${settings.folder}`
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)

/** Why nothing can be sent to a target from this computer now; '' when it can. */
export function whyNotReady({ settings, hasSecret }: Target): string {
  if (settings.type === 'folder' || hasSecret) return ''
  return settings.type === 'wordpress' ? 'The application password is not known on this computer. Enter it in the settings.' : 'The token is not known on this computer. Enter it in the settings.'
}
