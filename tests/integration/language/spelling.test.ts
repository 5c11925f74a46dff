import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dictionaryFiles } from '../../../scripts/build/dictionaries'
import { openSpelling, type Spelling } from '../../../src/main/language/spelling'

let folder: string
let spelling: Spelling

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-dictionaries-'))
  for (const [name, file] of dictionaryFiles) copyFileSync(file, path.join(folder, name))
  spelling = openSpelling(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Case {
  readonly language: string
  readonly right: string
  readonly wrong: string
}

const cases: readonly Case[] = [
  {
    language: 'en-GB',
    right: 'organised colour neighbourhoods travelling programme cities don’t mayor’s well-being harbours centre labour licence authorities resettled cooperation ageing analyse behaviour fulfil',
    wrong: 'adress recieve definately goverment occured seperate untill wich migraton commitee neccessary accomodate begining beleive comunity enviroment responsability sucessful thier acheive',
  },
  {
    language: 'en-US',
    right: 'organized color neighborhoods traveling program cities don’t mayor’s well-being harbors center labor license authorities resettled cooperation aging analyze behavior fulfill',
    wrong: 'colour neighbourhoods travelling organised centre adress recieve goverment occured seperate untill migraton commitee neccessary accomodate begining beleive comunity enviroment thier',
  },
  {
    language: 'es',
    right: 'ciudades migrantes dámelo hablábamos acogieron vergüenza también haciéndolo desarrollándose averigüéis alcaldesas propósito ciudadanía acogida corazón niños refugiadas construyeron países según',
    wrong: 'acogída tambien hablabamos adiccion exelente desarollo inmigrantez ciudadania corazon verguenza alcaldezas paises segun acogeron recivir govierno nesesario proyetos exijir conciencya',
  },
  {
    language: 'fr',
    right: 'l’hôtel aujourd’hui qu’elles migrants œuvre cœur réfugiés déplacées accueillaient accueilleraient villes-ports développement d’accueil naïve être françaises municipalités élues à-propos logement',
    wrong: 'ajourd’hui acceuil dévelopement refugie cauchemard apeler malgrés parmis language accueilaient municipalitées francaises dévellopper évènnement biensur connection traffic éxemple ville-portz logemment',
  },
  {
    language: 'pt-BR',
    right: 'cidades migrantes acolhimento refugiados ação municípios desenvolveram econômico econômica pôde vê-lo disseram-nos trabalhávamos coração crianças direitos prefeitas você porém países',
    wrong: 'acao muncipio dezenvolvimento excessao comprimissos economico cidadoes coracao criancas paizes acolhimentu refujiados dizeram migrassão necesario prefeitaz disculpa atravez concerteza conciencia',
  },
  {
    language: 'pt-PT',
    right: 'cidades migrantes acolhimento refugiados ação facto municípios desenvolveram económico pôde vê-lo disseram-nos trabalhávamos coração crianças direitos presidentes porém países câmaras',
    wrong: 'acao muncipio dezenvolvimento excessao comprimissos econômico cidadoes coracao criancas paizes acolhimentu refujiados dizeram migrassão necesario camaras disculpa atravez económicu conciencia',
  },
  {
    language: 'ar',
    right: 'المدن المهاجرين واللاجئين يستقبلون استقبلتهم مدينة رؤساء البلديات بالمدينة وسيعملون حقوقهم الإنسان ميناء الموانئ مجلس نعمل إلى ملتزمون كرامة مسؤول',
    wrong: 'المدنن المهاجرينن يستقبللون الانسان حقوقههم الى مدينتت رءساء البلدياتت ميناءء الموانأ مجللس كراممة مسؤولل اللاجءين ملتزمونن واللاجئيين استقبلتههم الإنسانن بالمدينةة',
  },
]

for (const { language, right, wrong } of cases) {
  test(`${language}: right words are right, with their accents and endings; wrong ones are wrong`, async () => {
    const good = right.split(' ')
    const bad = wrong.split(' ')
    expect(good).toHaveLength(20)
    expect(bad).toHaveLength(20)
    expect(await spelling.check(language, good)).toEqual({ available: true, wrong: [] })
    expect(await spelling.check(language, bad)).toEqual({ available: true, wrong: bad })
  })
}

test('where the tag leaves open which English is meant, both spellings are right', async () => {
  expect((await spelling.check('en', ['colour', 'color', 'organised', 'organized', 'coluor'])).wrong).toEqual(['coluor'])
})

test('Arabic is right with and without its vowel signs', async () => {
  expect((await spelling.check('ar', ['مُدُن', 'مدن', 'المُهاجِرين'])).wrong).toEqual([])
})

test('a language without a dictionary says so, and calls no word wrong', async () => {
  expect(await spelling.check('nl', ['gemeente', 'xqzzy'])).toEqual({ available: false, wrong: [] })
  expect(await spelling.check('', ['xqzzy'])).toEqual({ available: false, wrong: [] })
  expect(await spelling.suggest('nl', 'gemente')).toEqual([])
})

const meant: readonly (readonly [language: string, wrong: string, right: string])[] = [
  ['en-GB', 'recieve', 'receive'],
  ['en-GB', 'goverment', 'government'],
  ['en', 'tommorow', 'tomorrow'],
  ['es', 'tambien', 'también'],
  ['fr', 'acceuil', 'accueil'],
  ['pt-BR', 'coracao', 'coração'],
  ['pt-PT', 'muncipio', 'município'],
  ['ar', 'الانسان', 'الإنسان'],
  ['ar', 'المدنن', 'المدن'],
  ['ar', 'يستقبللون', 'يستقبلون'],
]
for (const [language, wrong, right] of meant) {
  test(`${language}: ‘${right}’ is offered early for ‘${wrong}’`, async () => {
    const offered = await spelling.suggest(language, wrong)
    expect(offered.slice(0, 3)).toContain(right)
    expect(offered.length).toBeLessThanOrEqual(7)
  })
}

test('more languages than stay in memory at once are still answered', async () => {
  for (const language of ['en-GB', 'es', 'fr', 'pt-PT', 'ar', 'en-US', 'en-GB']) expect((await spelling.check(language, ['xqzzyw'])).wrong).toHaveLength(1)
})
