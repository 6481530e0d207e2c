// Search as you type. The index is a script of its own, loaded when the field is first used, so that it works from a
// folder too, where a page may fetch nothing.
(function () {
  'use strict';
  var MOST = 12;
  var KINDS = ['Topic', 'Lesson', 'Word'];
  var field = document.getElementById('search');
  var list = document.getElementById('results');
  var status = document.getElementById('search-status');
  if (!field) return;
  var root = document.body.getAttribute('data-root');
  var records = null, loading = false, before = '';

  function plain(text) {
    return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[’']/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  }

  function load() {
    if (records || loading) return;
    loading = true;
    var script = document.createElement('script');
    script.src = root + 'assets/search-data.js';
    script.onload = function () {
      records = window.catalogueIndex.map(function (row) {
        var title = plain(row[1]);
        return {row: row, title: ' ' + title, words: title.split(' '), rest: ' ' + plain(row[2] + ' ' + row[4])};
      });
      search();
    };
    document.head.appendChild(script);
  }

  // How well a record answers: every word must begin some word of it; in the title is better, at its start best.
  function rank(record, words) {
    var total = 0;
    for (var i = 0; i < words.length; i++) {
      var inTitle = record.title.indexOf(' ' + words[i]);
      if (inTitle === 0) total += i === 0 ? 4 : 3;
      else if (inTitle > 0) total += 3;
      else if (record.rest.indexOf(' ' + words[i]) >= 0) total += 1;
      else return 0;
    }
    if (record.title === ' ' + words.join(' ')) total += 8;
    return total;
  }

  function found(words) {
    var ranked = [];
    for (var i = 0; i < records.length; i++) {
      var score = rank(records[i], words);
      if (score) ranked.push([score, i]);
    }
    ranked.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    return ranked.map(function (pair) { return records[pair[1]].row; });
  }

  // Edits from one word to another, a swap of neighbours counted as one; more than two do not matter.
  var rows = [[], [], []];
  function distance(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 3;
    var older = rows[0], old = rows[1], now = rows[2], i, j, least, best = 0;
    for (j = 0; j <= b.length; j++) old[j] = j;
    for (i = 1; i <= a.length; i++) {
      least = best;
      now[0] = best = i;
      for (j = 1; j <= b.length; j++) {
        var edits = Math.min(old[j] + 1, now[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, older[j - 2] + 1);
        now[j] = edits;
        if (edits < best) best = edits;
      }
      if (best > 2 && least > 2) return 3;
      var spare = older; older = old; old = now; now = spare;
    }
    return old[b.length];
  }

  function near(word) {
    var best = [];
    for (var i = 0; i < records.length && word.length > 3; i++) {
      var away = 3, words = records[i].words;
      for (var n = 0; n < words.length; n++) away = Math.min(away, distance(word, words[n]));
      if (away <= 2) best.push([away, i]);
    }
    best.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
    return best.slice(0, 5).map(function (pair) { return records[pair[1]].row; });
  }

  function look(query) {
    var words = plain(query).split(' ');
    var exact = found(words);
    if (exact.length) return {rows: exact, near: false};
    var stems = words.map(function (word) { return word.length > 3 ? word.replace(/(ies|es|s|ed|ing)$/, '') : word; });
    exact = found(stems);
    return exact.length ? {rows: exact, near: false} : {rows: near(words.join(' ')), near: true};
  }

  function item(row) {
    var entry = document.createElement('li'), link = document.createElement('a');
    link.href = root + row[3];
    [['result-kind', KINDS[row[0]]], ['result-title', row[1]], ['result-where', row[2]]].forEach(function (pair) {
      var part = document.createElement('span');
      part.className = pair[0];
      part.textContent = pair[1];
      link.appendChild(part);
      link.appendChild(document.createTextNode(' '));
    });
    entry.appendChild(link);
    return entry;
  }

  function say(count, isNear) {
    if (!count) return 'Nothing found. Try the first letters of a word.';
    if (isNear) return 'Nothing is spelt like that. Did you mean one of these?';
    return count === 1 ? '1 result' : count > MOST ? count + ' results, the first ' + MOST + ' shown' : count + ' results';
  }

  function search() {
    var query = field.value.trim();
    before = query;
    if (!records) { load(); return; }
    list.textContent = '';
    if (!plain(query)) { list.hidden = true; status.textContent = ''; return; }
    var answer = look(query);
    answer.rows.slice(0, MOST).forEach(function (row) { list.appendChild(item(row)); });
    list.hidden = !answer.rows.length;
    status.textContent = say(answer.rows.length, answer.near);
  }

  function clear() { field.value = ''; search(); field.focus(); }

  field.addEventListener('focus', load);
  field.addEventListener('input', search);
  field.form.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = list.querySelector('a');
    if (first) first.click();
  });
  field.closest('.search').addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { event.preventDefault(); clear(); return; }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    var stops = [field].concat(Array.prototype.slice.call(list.querySelectorAll('a')));
    var at = stops.indexOf(document.activeElement);
    var next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at >= 0 && next) { event.preventDefault(); next.focus(); }
  });
  if (field.value) search();
})();
