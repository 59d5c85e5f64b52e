/** The editors a reply is inserted into, each as a page of its own in `pages/`. */

export interface SetUp {
  id: string;
  name: string;
  /** The way from the page to the composer, as in an adapter. */
  frame?: readonly string[];
  composer: string;
  /** Scripts and styles that come from the packages as they are, by path in `node_modules`. */
  scripts?: readonly string[];
  styles?: readonly string[];
  /** Takes bold and links; its page tells what it would send. */
  isRich?: boolean;
  newline?: 'sendsOnEnter';
}

export const SET_UPS: readonly SetUp[] = [
  { id: 'textarea', name: 'textarea', composer: '#composer' },
  { id: 'textarea-react', name: 'textarea in React 18', composer: '#composer' },
  { id: 'textarea-vue', name: 'textarea in Vue 3', composer: '#composer' },
  { id: 'textarea-shadow', name: 'textarea in a shadow root', frame: ['reply-box'], composer: '#composer' },
  { id: 'contenteditable', name: 'plain contenteditable', composer: '#composer' },
  {
    id: 'contenteditable-shadow',
    name: 'the same in a shadow root',
    frame: ['reply-box'],
    composer: '#composer',
  },
  { id: 'prosemirror', name: 'ProseMirror', composer: '.ProseMirror' },
  {
    id: 'prosemirror-chatwoot',
    name: 'ProseMirror as in Chatwoot',
    composer: '.ProseMirror',
    isRich: true,
    newline: 'sendsOnEnter',
  },
  { id: 'tiptap', name: 'Tiptap 3', composer: '.ProseMirror', isRich: true },
  { id: 'codemirror', name: 'CodeMirror 6', composer: '.cm-content' },
  {
    id: 'tinymce',
    name: 'TinyMCE 6 (frame)',
    frame: ['.tox-edit-area iframe'],
    composer: 'body',
    scripts: ['tinymce/tinymce.min.js'],
    isRich: true,
  },
  {
    id: 'summernote',
    name: 'Summernote',
    composer: '.note-editable',
    scripts: ['jquery/dist/jquery.min.js', 'summernote/dist/summernote-lite.min.js'],
    styles: ['summernote/dist/summernote-lite.min.css'],
  },
  { id: 'lexical', name: 'Lexical 0.52', composer: '[data-lexical-editor]' },
  { id: 'slate', name: 'Slate', composer: '[data-slate-editor]' },
  { id: 'draft', name: 'Draft.js', composer: '.public-DraftEditor-content' },
  { id: 'trix', name: 'Trix 2', composer: 'trix-editor' },
  { id: 'quill', name: 'Quill 2', composer: '.ql-editor', isRich: true },
  { id: 'ckeditor5', name: 'CKEditor 5', composer: '.ck-editor__editable', isRich: true },
  {
    id: 'ckeditor4',
    name: 'CKEditor 4 (frame)',
    frame: ['iframe.cke_wysiwyg_frame'],
    composer: 'body',
    scripts: ['ckeditor4/ckeditor.js'],
    isRich: true,
  },
];
