// A deck from plain slides (JSON on standard input) with PptxGenJS, again and again; prints the milliseconds of each.
// node deck.js RUNS
const Pptx = require("pptxgenjs");
const slides = JSON.parse(require("fs").readFileSync(0, "utf8"));

async function deck() {
  const file = new Pptx();
  for (const each of slides) {
    const slide = file.addSlide();
    slide.addText(each.title, { x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 32 });
    if (each.picture) slide.addImage({ data: each.picture, x: 1, y: 1.3, w: 8, h: 3.8 });
    else if (each.table.length) slide.addTable(each.table, { x: 1, y: 1.3, w: 8 });
    else slide.addText(each.lines.map((text) => ({ text, options: { bullet: true, breakLine: true } })), { x: 0.5, y: 1.3, w: 9, h: 4 });
    if (each.notes) slide.addNotes(each.notes);
  }
  return file.write({ outputType: "nodebuffer", compression: true });
}

(async () => {
  const runs = Number(process.argv[2]), taken = [];
  for (let run = 0; run < runs + 2; run++) {
    const start = process.hrtime.bigint();
    await deck();
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(JSON.stringify(taken.slice(2)));  // the first two warm it up
})();
