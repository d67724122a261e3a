#pragma once
#include <QByteArray>
#include <QColor>
#include <QList>
#include <QString>

namespace gb::ui {

struct PageShape
{
    int most = 0;  ///< units it is high, with its head
    int head = 0;  ///< units at the top of the picture that stand on each page
    int below = 0; ///< units of a row below its last base line
};

/// A part of a picture, as high as what stands on it. Text stands beside it: whoever paints SVG paints text as
/// outlines, which nobody can search or copy.
struct PicturePage
{
    struct Label
    {
        int x = 0, y = 0; ///< of its base line, in units of the page
        enum class Anchor { Start, Middle, End } anchor = Anchor::Start;
        QColor colour = Qt::black;
        QString text;
    };
    QByteArray svg; ///< without text
    QList<Label> labels;
};

/// A picture of page::pictureFile(), cut between its rows into pages of the same width. A row stands on one page alone:
/// what is outside of a page is not in it. A row that is higher than a page has one of its own. Empty where it cannot
/// be read.
QList<PicturePage> pagesOf(const QByteArray &picture, const PageShape &shape);

} // namespace gb::ui
