const heading = (text) => ({ text, size: 15, bold: true, gap: 12 })
const paragraph = (...lines) => lines.map((text, index) => ({ text, size: 11, gap: index === lines.length - 1 ? 18 : 5 }))

/** The sample report: two pages. */
export const reportPages = [
  [
    { text: 'Welcoming Harbours 2026', size: 28, bold: true, gap: 10 },
    { text: 'Impact report of the Harbour Cities Council', size: 14, gap: 40 },
    heading('The year in brief'),
    ...paragraph('In 2026 thirty-four harbour cities worked together on how people arrive, settle and move on.', 'Eleven of them opened a first-contact desk where newcomers speak with the housing office, the', 'school office and the health service in one morning instead of three separate visits.'),
    ...paragraph('This report says what was done, what it cost, and what did not work. Figures come from the', 'cities’ own registers and were checked by the Council’s small research team.'),
    heading('Four results'),
    ...paragraph('• 11 first-contact desks, 6 of them in cities of under 200,000 people', '• 2,940 families advised in a language that they speak at home', '• 62 municipal staff exchanged between cities for a week or more', '• 9 ordinances revised after residents and newcomers had commented on drafts'),
  ],
  [
    heading('What a desk costs'),
    ...paragraph('A desk with three advisers cost between 118,000 and 164,000 euros in its first year. Rooms and', 'staff seconded by other offices are counted at their full price. Where interpreters were shared', 'between two cities, the price of an interview fell by about a third.'),
    heading('What did not work'),
    ...paragraph('Two cities closed their evening opening hours after four months because hardly anybody came.', 'A shared booking system was given up: calendars in five languages were harder than expected.'),
    heading('How we counted'),
    ...paragraph('A family is counted once in a year, in the city of its first interview. Exchanges of less than', 'five working days are left out. Tables and sources are on the Council’s website.'),
    { text: 'Harbour Cities Council, Quayside 4. Text may be used with attribution.', size: 9, gap: 0 },
  ],
]
