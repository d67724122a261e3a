#include "ui/workspace/keyspage.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/menubar.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

class Page
{
public:
    explicit Page(QGridLayout *grid)
        : m_grid(grid)
    {
    }
    void title(const QString &text)
    {
        QLabel *const label = plainLabel(text);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        if (m_row > 0)
            m_grid->setRowMinimumHeight(m_row++, 8);
        m_grid->addWidget(label, m_row++, 0, 1, 2);
    }
    void line(const QString &key, const QString &text)
    {
        QLabel *const label = plainLabel(key);
        label->setFont(monospace());
        m_grid->addWidget(label, m_row, 0);
        m_grid->addWidget(plainLabel(text), m_row++, 1);
    }

private:
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace

KeysPage::KeysPage(Commands &commands, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    emit commands.asked(Menu::Count);
    Page page(grid);
    page.title(tr("Moving"));
    page.line(QStringLiteral("\u2191 \u2193"), tr("through devices, messages or findings"));
    page.line(QStringLiteral("\u2190 \u2192"), tr("fold and unfold repeated messages"));
    page.line(QStringLiteral("Enter"), tr("open a device's messages; unfold heartbeats; show the proof of a finding"));
    page.line(QStringLiteral("Esc"), tr("leave a search, or clear a filter"));
    for (int i = 0; i < static_cast<int>(Menu::Count); ++i) {
        const auto menu = static_cast<Menu>(i);
        bool begun = false;
        for (const auto &[rank, command] : commands.in(menu)) {
            if (command->spots.constFirst().menu != menu || !Commands::isShown(*command, menu))
                continue; // it stands elsewhere already, or is of something that is not there
            if (!std::exchange(begun, true))
                page.title(withoutMnemonic(menuTitle(menu)));
            page.line(commands.keyText(*command), commands.name(*command));
        }
    }
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(windowTitle());
    area->setWidget(inside);
    area->setMinimumWidth(inside->sizeHint().width() + area->verticalScrollBar()->sizeHint().width() + 8);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(area, 1);
    column->addWidget(buttons);
    resize(sizeHint().width(), parent ? std::min(parent->height() * 9 / 10, 640) : 640);
    area->setFocus(); // arrows scroll
}

} // namespace gb::ui
