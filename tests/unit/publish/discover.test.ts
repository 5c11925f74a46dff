import { expect, test } from 'vitest'
import { apiAddress } from '../../../src/main/publish/wordpress/discover'

test('paths and queries go below /wp-json/ on a site with pretty addresses', () => {
  expect(apiAddress(new URL('https://news.example/press/wp-json/'), 'wp/v2/posts', { search: 'a b', status: 'any' }).href).toBe('https://news.example/press/wp-json/wp/v2/posts?search=a+b&status=any')
})

test('they go into rest_route on a site with plain permalinks', () => {
  const address = apiAddress(new URL('https://news.example/press/?rest_route=/'), 'wp/v2/posts', { slug: 'x' })
  expect(address.searchParams.get('rest_route')).toBe('/wp/v2/posts')
  expect(address.searchParams.get('slug')).toBe('x')
  expect(address.pathname).toBe('/press/')
})
