import type { Element, ElementContent, Root } from 'hast'
import { attribute, classesOf, find, isElement, textOf } from './elements'

const nothingToRead = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'frame', 'object', 'embed', 'applet', 'button', 'input', 'select', 'textarea', 'svg', 'canvas', 'dialog', 'nav', 'aside', 'video', 'audio', 'map', 'link', 'meta', 'base'])
const roles = new Set(['banner', 'navigation', 'contentinfo', 'search', 'complementary', 'dialog', 'alertdialog', 'menu', 'menubar', 'toolbar'])
const fittings = /^(?:cookies?|consent|gdpr|breadcrumbs?|pagination|pager|share|sharing|social-(?:share|sharing|links|icons|media|bar)|sidebar|skip-(?:link|to)|related(?:-\w+)?|comments|visually-?hidden|sr-only|screen-reader-text|newsletter-signup|subscribe)(?:[-_].*)?$/i
const neverFittings = new Set(['html', 'body', 'main', 'article'])

/**
 * A page without what surrounds its stories: scripts, navigation, header and footer of the site, forms, notices about
 * cookies, share buttons, and what nobody sees.
 */
export function cleanPage(page: Root): Root {
  return { ...page, children: page.children.flatMap((node) => (isElement(node) ? clean(node, false) : [])) }
}

function clean(element: Element, inStory: boolean): Element[] {
  if (isFitting(element, inStory)) return []
  const inside = inStory || element.tagName === 'article' || element.tagName === 'main'
  const children = element.children.flatMap((node): ElementContent[] => (isElement(node) ? clean(node, inside) : node.type === 'text' ? [node] : []))
  return [{ ...element, children }]
}

function isFitting(element: Element, inStory: boolean): boolean {
  const { tagName } = element
  if (nothingToRead.has(tagName) || isHidden(element)) return true
  if (tagName === 'form') return find(element, ({ tagName: inner }) => /^(?:h[1-4]|article)$/.test(inner)) === undefined
  if ((tagName === 'header' || tagName === 'footer') && !inStory) return find(element, ({ tagName: inner }) => inner === 'article') === undefined
  return roles.has(attribute(element, 'role')) || (!neverFittings.has(tagName) && classesOf(element).some((name) => fittings.test(name)))
}

function isHidden(element: Element): boolean {
  if (element.properties['hidden'] === true || element.properties['hidden'] === '') return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'))) return true
  if (attribute(element, 'ariaHidden') !== 'true') return false
  // The picture of a card is often hidden from screen readers because the headline beside it is the same link.
  return textOf(element) !== '' || find(element, ({ tagName }) => tagName === 'img') === undefined
}
