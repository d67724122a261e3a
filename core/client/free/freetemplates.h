#pragma once
#include <QByteArray>

#include <span>

namespace gb {

/// A message to begin with. Its places are those of freetext, its lines end in LF.
struct FreeTemplate
{
    const char *name;    ///< of the command line: "options"
    const char *title;   ///< for people: QT_TRANSLATE_NOOP("FreeTemplate", "Catalog query")
    const char *method;  ///< MESSAGE; of an answer its status line
    const char *headers; ///< beside those that all have, each with its line end
    const char *body;
};

std::span<const FreeTemplate> freeTemplates();
/// The whole text.
QByteArray textOf(const FreeTemplate &one);
/// nullptr where there is none.
const FreeTemplate *findFreeTemplate(QByteArrayView name);

} // namespace gb
