import { createApp, h, ref, vModelText, withDirectives } from 'vue';
import { expose, host } from './expose.mjs';

const model = ref('');

createApp({
  render: () =>
    withDirectives(
      h('textarea', {
        id: 'composer',
        'onUpdate:modelValue': (value) => {
          model.value = value;
        },
      }),
      [[vModelText, model.value]],
    ),
}).mount(host);
expose({ composer: document.querySelector('#composer'), read: () => model.value });
