import { z } from 'zod'
import { CommentPlace } from '../comments/comment-place'
import { Mention, mostMentions } from '../comments/mentions'
import { StoryId } from '../story/ids'
import { Comment, Thread } from '../story/thread'
import { call, none } from './call'

/** A comment thread with the names of those who wrote in it. */
export const ThreadEntry = Thread.extend({
  byName: z.string(),
  /** A comment is unread until the acting member has seen it. */
  comments: z.array(Comment.extend({ byName: z.string(), unread: z.boolean() })),
})
export type ThreadEntry = z.infer<typeof ThreadEntry>

const CommentText = z.string().trim().min(1, 'Write a comment first').max(10_000, 'A comment has at most 10,000 characters: split it into two')

const Mentions = z.array(Mention).max(mostMentions, 'Too many people are mentioned').default([])

/** What the acting member has not seen of a story's comments, and how much of it mentions them. */
export const UnreadComments = z.object({ story: StoryId, comments: z.number(), mentions: z.number() })
export type UnreadComments = z.infer<typeof UnreadComments>

/** What is said about a story, beside its text. */
export const commentsCalls = {
  /** Starts a thread; without a place it is about the words quoted, or about the story. */
  'story.comment': call(z.object({ id: StoryId, text: CommentText, mentions: Mentions, quote: z.string().max(500).default(''), about: CommentPlace.optional() }), z.object({ thread: z.uuid() })),
  /** Comment threads, oldest first; open and resolved ones. */
  'story.threads': call(z.object({ id: StoryId }), z.array(ThreadEntry)),
  /** Adds a comment of the acting member to a thread. */
  'story.reply': call(z.object({ id: StoryId, thread: z.uuid(), text: CommentText, mentions: Mentions }), none),
  'story.resolveThread': call(z.object({ id: StoryId, thread: z.uuid(), resolved: z.boolean() }), none),
  /** Writes a comment of the acting member anew, also one that they had removed. */
  'comment.edit': call(z.object({ id: StoryId, thread: z.uuid(), comment: z.uuid(), text: CommentText, mentions: Mentions }), none),
  /** Takes a comment of the acting member back; its words leave the story. */
  'comment.remove': call(z.object({ id: StoryId, thread: z.uuid(), comment: z.uuid() }), none),
  /** Notes where the words of a thread are, after they were moved in this window. */
  'comment.anchor': call(z.object({ id: StoryId, thread: z.uuid(), about: CommentPlace }), none),
  /** Notes which comments the acting member has seen, or wants to see again. */
  'comment.markSeen': call(z.object({ id: StoryId, comments: z.array(z.uuid()).max(1000), seen: z.boolean() }), none),
  /** What the acting member has not seen of some stories; those with nothing new are left out. */
  'comment.unseen': call(z.object({ stories: z.array(StoryId).max(500) }), z.array(UnreadComments)),
}
