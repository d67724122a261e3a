#include "ui/findings/findingsview.h"

#include "ui/devices/statedelegate.h"
#include "ui/findings/findingsmodel.h"
#include "ui/widgets/plaindelegate.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>

namespace gb::ui {
namespace {

/// Severities have colour, shape and word, none of them alone; what is over or muted steps back.
class FindingDelegate final : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        PlainDelegate::initStyleOption(option, index);
        const auto *model = qobject_cast<const FindingsModel *>(index.model());
        const Finding *finding = model ? model->at(index.row()) : nullptr;
        if (!finding)
            return;
        const Severity severity = finding->severity();
        const auto column = static_cast<FindingColumn>(index.column());
        if (column == FindingColumn::Severity) {
            const QChar shape = finding->over   ? u'\u2713'
                : severity == Severity::Error   ? u'\u2715'
                : severity == Severity::Warning ? u'\u25b2'
                                                : u'\u25cb';
            option->text = shape + QStringLiteral(" ") + option->text;
            option->palette.setColor(QPalette::Text,
                severity == Severity::Error         ? colours().failed
                    : severity == Severity::Warning ? colours().late
                                                    : colours().accent);
        } else if (column == FindingColumn::Device && option->text.size() == 20) {
            option->font = monospace();
            option->fontMetrics = QFontMetrics(option->font);
            option->text = elidedId(option->text, option->fontMetrics, option->rect.width() - 8);
        }
        if (finding->over || model->isMuted(*finding))
            option->palette.setColor(QPalette::Text, colours().muted);
    }
};

} // namespace

FindingsView::FindingsView(FindingsModel *model, QWidget *parent)
    : QTableView(parent)
{
    setModel(model);
    setItemDelegate(new FindingDelegate(this));
    setUpPlainTable(this);
    setContextMenuPolicy(Qt::CustomContextMenu);
    keepRowHeight(this, 6);
    horizontalHeader()->setSectionResizeMode(static_cast<int>(FindingColumn::Title), QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableView::pressed, this, &FindingsView::rowChosen);
    shareRoom();
}

void FindingsView::keyPressEvent(QKeyEvent *event)
{
    const int before = currentIndex().row();
    QTableView::keyPressEvent(event);
    if (currentIndex().isValid() && currentIndex().row() != before)
        emit rowChosen();
}

void FindingsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRoom();
}

void FindingsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        shareRoom();
}

void FindingsView::shareRoom()
{
    constexpr int titleLetters = 46;
    QHeaderView *const header = horizontalHeader();
    const int letter = fontMetrics().horizontalAdvance(u'0');
    const int id = QFontMetrics(monospace()).horizontalAdvance(u'0');
    int widths[] = {10 * letter, 20 * id + 12, 0, 6 * letter, 7 * letter, 10 * letter, 10 * letter};
    int spare = viewport()->width() - titleLetters * letter;
    for (const int width : widths)
        spare -= width;
    int &device = widths[static_cast<int>(FindingColumn::Device)];
    const int shrunk = std::clamp(device + spare, 11 * id + 12, device);
    spare += device - std::exchange(device, shrunk);
    for (const FindingColumn column :
        {FindingColumn::First, FindingColumn::Rule, FindingColumn::Count, FindingColumn::Last}) {
        const int i = static_cast<int>(column);
        const bool hides = spare < 0;
        spare += hides ? widths[i] : 0;
        header->setSectionHidden(i, hides);
    }
    for (int i = 0; i < findingColumnCount; ++i) {
        if (widths[i] > 0 && !header->isSectionHidden(i) && header->sectionSize(i) != widths[i])
            header->resizeSection(i, widths[i]);
    }
}

} // namespace gb::ui
