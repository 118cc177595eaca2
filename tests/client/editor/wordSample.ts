/** What Word 365 puts on the clipboard, shortened: styles, conditional comments, loose list paragraphs, a table. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {mso-style-unhide:no; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style>
</head><body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<h2 style='margin-top:12.0pt'><span style='font-family:"Arial",sans-serif'>Gezonde school<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='font-size:11.0pt'>De <b>aanpak</b> loopt op <i>zes</i> scholen.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Training voor leerkrachten<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>twee dagdelen<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>Ouderavond<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Eerst bellen<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dan langsgaan<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr><td width=200 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal>Wie<o:p></o:p></p></td><td width=200><p class=MsoNormal>Wanneer<o:p></o:p></p></td></tr>
 <tr><td width=200><p class=MsoNormal>GGD Voorbeeldland<o:p></o:p></p></td><td width=200><p class=MsoNormal>elk kwartaal<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal>Zie <a href="https://www.voorbeeld.nl/plan">de site</a> en het schema.<o:p></o:p></p>
<!--EndFragment--></body></html>`;

export const WORD_WORDS =
  'Gezonde school De aanpak loopt op zes scholen. Training voor leerkrachten twee dagdelen Ouderavond Eerst bellen Dan langsgaan Wie Wanneer GGD Voorbeeldland elk kwartaal Zie de site en het schema.';
