export { changesText, countsByClass } from '@shared/redline/change-words'
