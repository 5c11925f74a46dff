import { escapeHtml } from '../html/escape'
import type { AuditApproval, AuditEntry, AuditMember, AuditReport } from './audit-report'
import { auditStyle } from './audit-style'
import { short } from './describe-event'
import { whereFileIs } from './file-words'
import { signatureWords } from './signature-words'
import type { Wording } from './wording'

/**
 * The account as one page that any browser shows and prints, today and in twenty years: no script, no font, no picture, nothing from
 * elsewhere. Its policy forbids all of that, too.
 * @param made When the page was made, for whoever finds it later.
 */
export function auditHtml(report: AuditReport, wording: Wording, made: string): string {
  const title = report.headline === '' ? 'A story without a headline' : report.headline
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit: ${escapeHtml(title)}</title>
<style>${auditStyle}</style>
</head>
<body>
<header>
<p class="kind">Audit of a story of the desk <span dir="auto">${escapeHtml(report.desk)}</span></p>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="standing">${escapeHtml(report.standing)}</p>
<p class="about">Story <code>${report.story}</code>. Written on ${escapeHtml(wording.moment(made))} from the desk’s file. Times are those of the members’ own clocks.</p>
</header>
${section('Sign-offs', report.approvals.length === 0 ? '<p>No version was ever approved.</p>' : report.approvals.map(approvalHtml).join('\n'))}
${section('What happened', report.entries.length === 0 ? '<p>Nothing yet.</p>' : `<ol class="log">\n${report.entries.map((entry) => entryHtml(entry, wording)).join('\n')}\n</ol>`)}
${section('Members and their keys', report.members.map((member) => memberHtml(member, wording)).join('\n'))}
${report.journeys.length === 0 ? '' : section('What left the desk and came back', `<p>These are notes of this desk; they are not signed.</p><ul>\n${report.journeys.map((one) => `<li dir="auto">${escapeHtml(one)}</li>`).join('\n')}\n</ul>`)}
${section('Versions', `<ul>\n${report.revisions.map(({ id, headline, createdAt, hash }) => `<li><code>${id}</code><br><span dir="auto">${escapeHtml(headline)}</span>, kept on ${escapeHtml(wording.moment(createdAt))}. ${hash === 'right' ? 'Its content hashes to this name.' : '<strong>Its content was changed: it no longer hashes to this name.</strong>'}</li>`).join('\n')}\n</ul>`)}
${section('Rules of sign-off now', `<ul>\n${report.rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join('\n')}\n</ul>`)}
</body>
</html>
`
}

const section = (title: string, content: string): string => `<section>\n<h2>${title}</h2>\n${content}\n</section>`

function approvalHtml({ revision, hash, by, rule, takenBack, current }: AuditApproval): string {
  const now = takenBack ? '<strong>Taken back since.</strong>' : current ? 'This is the version that may leave the desk.' : 'A newer version was approved since.'
  return `<article class="signoff"><h3>Version ${short(revision)}</h3><p><code>${revision}</code></p><ul>${by.map((one) => `<li dir="auto">${escapeHtml(one)}</li>`).join('')}</ul><p>${escapeHtml(rule)} ${hashWords[hash]} ${now}</p></article>`
}

const hashWords: Readonly<Record<AuditApproval['hash'], string>> = {
  right: 'Its content on the desk hashes to this name.',
  wrong: '<strong>Its content on the desk was changed: it no longer hashes to this name.</strong>',
  missing: '<strong>Its content is missing from the desk.</strong>',
}

function entryHtml(entry: AuditEntry, wording: Wording): string {
  const time = entry.at === '' ? '' : `<time datetime="${escapeHtml(entry.at)}">${escapeHtml(wording.moment(entry.at))}</time>`
  const note = entry.note === '' ? '' : `<blockquote dir="auto">${escapeHtml(entry.note)}</blockquote>`
  const unseen = entry.unseen.length === 0 ? '' : `<p>Its author had not seen:</p><ul>${entry.unseen.map((one) => `<li dir="auto">${escapeHtml(one)}</li>`).join('')}</ul>`
  const version = entry.revision === null ? '' : ` Version <code>${short(entry.revision)}</code>.`
  const file = entry.file === undefined ? '' : `<p>Shown by the file <bdi>${escapeHtml(entry.file.name)}</bdi>, SHA-256 <code>${entry.file.hash}</code>, ${whereFileIs(entry.file)}.</p>`
  const id = entry.id === '' ? '' : ` <span class="id">Event ${short(entry.id)}</span>`
  return `<li class="${entry.counted ? 'counted' : 'void'}">${time}<p class="deed"><strong dir="auto">${escapeHtml(entry.byName)}</strong> <span dir="auto">${escapeHtml(entry.text)}</span>.</p>${note}${file}<p>${escapeHtml(entry.effect)}${version}</p>${unseen}<p class="proof">${signatureWords[entry.signature]}${id}</p></li>`
}

function memberHtml({ name, roles, publicKey, fingerprint, addedAt, earlier, revoked }: AuditMember, wording: Wording): string {
  const before = earlier.map((one) => `<br>${escapeHtml(one)}`).join('')
  const gone = revoked === '' ? '' : `<br><strong>${escapeHtml(revoked)}</strong>`
  return `<article class="member"><h3 dir="auto">${escapeHtml(name)}</h3><p>${roles.join(', ')}; on the desk since ${escapeHtml(wording.moment(addedAt))}.${before}<br>Fingerprint <code>${fingerprint}</code><br>Public key (Ed25519) <code>${escapeHtml(publicKey)}</code>${gone}</p></article>`
}
