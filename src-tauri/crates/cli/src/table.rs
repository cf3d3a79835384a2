//! Tables that fit the terminal.

use crate::text::{cut, padded, width};

/// A table of text, its first column never cut: it holds what is typed again.
pub(crate) struct Table {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// What stands between two columns.
const GAP: usize = 2;

impl Table {
    /// A table with these columns.
    pub(crate) fn new(headings: Vec<String>) -> Self {
        Self { headings, rows: vec![] }
    }

    /// Adds a row, a cell for each column.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Leaves out the columns in which no row says anything that its first two cells, id and title, do not.
    pub(crate) fn without_repetition(&self) -> Self {
        let says_more = |column: usize| {
            self.rows.iter().any(|row| !row[column].is_empty() && !row[1].contains(&row[column]))
        };
        let kept: Vec<usize> =
            (0..self.headings.len()).filter(|&column| column < 2 || says_more(column)).collect();
        let keep = |cells: &Vec<String>| kept.iter().map(|&column| cells[column].clone()).collect::<Vec<_>>();
        Self { headings: keep(&self.headings), rows: self.rows.iter().map(keep).collect() }
    }

    /// The table in lines; with a width, no line is wider where that can be had.
    pub(crate) fn lines(&self, columns: Option<usize>) -> String {
        let widths = self.widths(columns.unwrap_or(usize::MAX));
        let line = |cells: &[String]| {
            let cells = cells.iter().zip(&widths).map(|(cell, &width)| padded(&cut(cell, width), width));
            cells.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
        };
        let rows = std::iter::once(&self.headings).chain(&self.rows);
        rows.map(|row| line(row)).collect::<Vec<_>>().join("\n")
    }

    /// How wide each column is drawn: the widest ones give way, and where that does not do, the last ones are
    /// left out. Id and title stay whatever happens.
    fn widths(&self, available: usize) -> Vec<usize> {
        let widest = |column: usize| self.rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
        let natural: Vec<usize> = (0..self.headings.len())
            .map(|column| widest(column).max(width(&self.headings[column])))
            .collect();
        let fewest = natural.len().min(2);
        (fewest..=natural.len())
            .rev()
            .find_map(|count| narrowed(&natural[..count], available))
            .unwrap_or_else(|| natural[..fewest].iter().enumerate().map(narrowest).collect())
    }
}

/// These widths, the widest made narrower until all fit, or `None` if they cannot.
fn narrowed(natural: &[usize], available: usize) -> Option<Vec<usize>> {
    let mut widths = natural.to_vec();
    while total(&widths) > available {
        let can_give =
            |(column, width): &(usize, &mut usize)| **width > narrowest((*column, &natural[*column]));
        let (_, widest) = widths.iter_mut().enumerate().filter(can_give).max_by_key(|(_, width)| **width)?;
        *widest -= 1;
    }
    Some(widths)
}

/// The least that a column of this width can be cut to and still say something.
fn narrowest((column, natural): (usize, &usize)) -> usize {
    match column {
        0 => *natural,
        1 => 28.min(*natural),
        _ => 12.min(*natural),
    }
}

fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[[&str; 3]]) -> Table {
        let row = |cells: &[&str; 3]| cells.map(str::to_owned).to_vec();
        let mut table = Table::new(row(&["Id", "Title", "City"]));
        rows.iter().for_each(|cells| table.row(row(cells)));
        table
    }

    #[test]
    fn columns_are_aligned_whatever_the_script() {
        let table = table(&[["1", "上海理工大学", "Shanghai"], ["2", "KNU", "Бишкек"]]);
        assert_eq!(
            table.lines(None),
            "Id  Title         City\n1   上海理工大学  Shanghai\n2   KNU           Бишкек"
        );
    }

    #[test]
    fn a_narrow_terminal_cuts_the_widest_column_and_then_leaves_out_the_last() {
        let table = table(&[["0123", "Ministry of Health of Kyrgyzstan", "Bishkek"]]);
        for (columns, lines) in [
            (
                47,
                "Id    Title                             City\n0123  Ministry of Health of Kyrgyzstan  Bishkek",
            ),
            (45, "Id    Title                           City\n0123  Ministry of Health of Kyrgyzs…  Bishkek"),
            (42, "Id    Title\n0123  Ministry of Health of Kyrgyzstan"),
            (34, "Id    Title\n0123  Ministry of Health of Kyrgy…"),
            // What cannot be had is not forced.
            (3, "Id    Title\n0123  Ministry of Health of Kyrgy…"),
        ] {
            assert_eq!(table.lines(Some(columns)), lines, "{columns} columns");
        }
    }

    #[test]
    fn a_column_that_repeats_the_title_or_is_empty_is_left_out() {
        let repeating = table(&[["1", "Arvind Gupta", "Gupta"], ["2", "Zong Ming", ""]]);
        assert_eq!(repeating.without_repetition().lines(None), "Id  Title\n1   Arvind Gupta\n2   Zong Ming");
    }
}
